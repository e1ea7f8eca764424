/**
 * Signs what is built without HARBOUR_SIGNING_KEY. Everybody may read it here: it shows how an edition is signed and vouches
 * for nothing.
 */
export const DEVELOPMENT_KEY = '2/CnVaoI4WpPHa7MunwWlt/xtJuf8iEJiwZvYW0QYaWk+B9qyivAhw==';

/** The secret key by which this build signs. */
export const signingKey = () => process.env.HARBOUR_SIGNING_KEY?.trim() || DEVELOPMENT_KEY;
