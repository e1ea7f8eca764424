/**
 * Sign what is built without HARBOUR_SIGNING_KEY: the one of today, and the one that comes after it. Everybody may read them
 * here: they show how an edition is signed and vouch for nothing.
 */
export const DEVELOPMENT_KEY = '2/CnVaoI4WpPHa7MunwWlt/xtJuf8iEJiwZvYW0QYaWk+B9qyivAhw==';
export const NEXT_DEVELOPMENT_KEY = 'xFfqI0z4hbOw7bKD7IvdDY9jglsEzCbhUi2pzRUOAsfOnbPpFNY1OQ==';
