/**
 * Ecode, the Chinese unified coding of things (GB/T 31866-2023): version, numbering system and master data code. The lengths
 * of its parts depend on the numbering system, so a site names those that it meets; no text is read as an Ecode by guess.
 */
@NullMarked
package org.keyway.identifier.ecode;

import org.jspecify.annotations.NullMarked;
