/** Where `npm run comments` listens unless PORT and HOST say otherwise, and where `npm start` starts it. */
export const localAddress = 'http://127.0.0.1:8360';
