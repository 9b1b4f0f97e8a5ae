/**
 * Electronic product codes (GS1 EPC Tag Data Standard 2.x): pure identity and tag URIs, and the content of a tag in
 * hexadecimal digits as readers send it. An identity of a GS1 key becomes the elements of that key, so that a part is the same
 * whether its tag or its barcode was read. Knows the encodings with a partition, not the later ones that hold element strings.
 */
@NullMarked
package org.keyway.identifier.epc;

import org.jspecify.annotations.NullMarked;
