/**
 * Teaching an unknown label: one to five samples come in, proposals of a pattern go out for an engineer to accept or to
 * refuse, each with the reading of every sample and the reasons. Deterministic; nothing is learnt without being asked.
 */
@NullMarked
package org.keyway.identifier.teach;

import org.jspecify.annotations.NullMarked;
