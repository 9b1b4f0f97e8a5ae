/**
 * Who changed what of the workshop, when and why: the entries of the audit, the histories that it can be asked for, and the
 * verdict on its chain. Written by the store in the same transaction as the change.
 */
@NullMarked
package org.keyway.profile.audit;

import org.jspecify.annotations.NullMarked;
