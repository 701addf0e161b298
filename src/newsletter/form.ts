import type { Newsletter } from '../schemas/newsletter.ts';

/** A plain form (HTML): where it sends to, the name of the field for the address, and what goes with it. */
export interface NewsletterForm {
  action: string;
  field: string;
  hidden: Record<string, string>;
}

/** The form of a newsletter service; undefined where there is none. */
export const newsletterForm = (newsletter: Newsletter): NewsletterForm | undefined => {
  switch (newsletter.provider) {
    case 'none':
      return undefined;
    case 'buttondown':
      return {
        action: `https://buttondown.com/api/emails/embed-subscribe/${newsletter.username}`,
        field: 'email',
        hidden: { embed: '1' },
      };
    case 'mailchimp':
      return { action: newsletter.form, field: 'EMAIL', hidden: {} };
    case 'listmonk':
      return {
        action: `${newsletter.server}/subscription/form`,
        field: 'email',
        hidden: { l: newsletter.list },
      };
  }
};
