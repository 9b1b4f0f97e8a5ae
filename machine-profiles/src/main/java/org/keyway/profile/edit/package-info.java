/**
 * Products, families, machines, profiles and stations changed one at a time by people. A document in the keys of workshop
 * files comes in, with a name and a reason; it goes through the same reader and the same checks as a file, and is kept, put in
 * force and audited, or refused with everything that stands against it. Parameter sets have a life of their own and don't come
 * by here.
 */
@NullMarked
package org.keyway.profile.edit;

import org.jspecify.annotations.NullMarked;
