import type { Newsletter } from '../schemas/newsletter.ts';

/** A plain HTML form: where it is sent, the name of the field for the address, and the hidden fields. */
export interface NewsletterForm {
  action: string;
  field: string;
  hidden: Record<string, string>;
}

/** The form of the newsletter service; undefined if the paper has no newsletter. */
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
