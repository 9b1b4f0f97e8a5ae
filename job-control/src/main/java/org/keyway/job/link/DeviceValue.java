package org.keyway.job.link;

import org.keyway.profile.Parameter;

/**
 * A setpoint as the device will hold it.
 *
 * @param node the node as resolved, for the record
 * @param value in exactly the device's type, converted without loss: a {@code Boolean}, {@code Byte}, {@code Short},
 *     {@code Integer}, {@code Long}, {@code BigInteger} (for unsigned 64 bit), {@code Float}, {@code Double},
 *     {@code String} or {@link org.keyway.profile.LocalText}, or a list of one of them; unsigned types as the next wider
 *     Java type, other types by the text that {@link org.keyway.profile.ValueType} says
 */
public record DeviceValue(Parameter parameter, String node, Object value) {}
