/**
 * Certificates: our own, made and renewed here; those we trust and those we turned away, in folders that people and the
 * program may change while it runs; and the check of whatever certificate somebody shows.
 */
@NullMarked
package org.keyway.opcua.security.certificate;

import org.jspecify.annotations.NullMarked;
