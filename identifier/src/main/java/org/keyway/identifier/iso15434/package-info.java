/**
 * ISO/IEC 15434 envelopes with data identifiers (format 06, ANSI MH10.8.2) or GS1 elements (format 05), and data
 * identifiers without an envelope where nothing else can be meant. Damage by keyboard wedges is tolerated where the
 * fields are still certain, and refused where a separator would have to be guessed.
 */
@NullMarked
package org.keyway.identifier.iso15434;

import org.jspecify.annotations.NullMarked;
