/**
 * Services that may be asked about an identifier, each by its own protocol over HTTP. A question and a configured source
 * come in, JSON content or the reason why there is none goes out. The label and every answer are untrusted: only hosts on
 * the allow list are asked, answers are bounded in size, depth and time. Knows no product and keeps nothing.
 */
@NullMarked
package org.keyway.identifier.resolution.source;

import org.jspecify.annotations.NullMarked;
