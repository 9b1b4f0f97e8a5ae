package org.keyway.job.link;

import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;

/** Makes links for one delivery method; bound in a {@code MapBinder} under the method's name. */
public interface MachineLinkFactory {
    /** A link that begins to connect at once, in the background; a machine that is away is no error. */
    MachineLink open(Machine machine, MachineProfile profile, LinkListener listener);
}
