/**
 * Signatures over what services answer: JSON Web Signatures (RFC 7515) and the signed values of Handle records. Texts,
 * configured keys and the time come in, a verdict goes out. Trusts no key that an answer brings along, and knows neither
 * sources nor products.
 */
@NullMarked
package org.keyway.identifier.resolution.signature;

import org.jspecify.annotations.NullMarked;
