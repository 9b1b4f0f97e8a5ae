/**
 * MA codes of China (issuing agency code MA of ISO/IEC 15459-2): {@code MA.156.} and what the issuer puts behind it. The
 * lengths of its parts are the issuer's; a site configures those whose meaning it knows.
 */
@NullMarked
package org.keyway.identifier.ma;

import org.jspecify.annotations.NullMarked;
