/**
 * GS1 element strings (GS1 General Specifications 7.8): the table of application identifiers, their fields and checks,
 * and which of them belong together. Text comes in, checked elements go out; the associations of elements are judged
 * over one label. The table is built in, and can be replaced by a GS1 Barcode Syntax Dictionary in its own syntax.
 */
@NullMarked
package org.keyway.identifier.gs1;

import org.jspecify.annotations.NullMarked;
