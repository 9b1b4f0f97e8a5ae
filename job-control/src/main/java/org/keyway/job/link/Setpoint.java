package org.keyway.job.link;

import org.keyway.profile.Parameter;

/**
 * A value that a machine is to get.
 *
 * @param value in the unit that the machine expects: as {@link org.keyway.profile.ParameterValue} describes
 */
public record Setpoint(Parameter parameter, Object value) {}
