/**
 * Vehicle identification numbers (ISO 3779 and 3780; GB 16735-2019; 49 CFR 565). Seventeen characters come in; manufacturer,
 * description, vehicle and the check digit's verdict go out. Knows no manufacturer by name.
 */
@NullMarked
package org.keyway.identifier.vin;

import org.jspecify.annotations.NullMarked;
