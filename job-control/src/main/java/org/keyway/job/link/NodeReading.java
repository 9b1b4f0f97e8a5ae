package org.keyway.job.link;

import java.util.Optional;

/**
 * What a node answered to a fresh read.
 *
 * @param status the device's word for the quality, such as {@code Good} or {@code Bad_NotReadable}
 * @param value in Java types as in {@link DeviceValue}; empty unless the quality is good and there is a value
 */
public record NodeReading(String node, String status, Optional<Object> value) {}
