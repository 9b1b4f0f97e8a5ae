package org.keyway.opcua.handover;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.keyway.job.Jobs;
import org.keyway.job.link.LinkListener;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.link.MachineStatus;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;

/** Makes links of delivery method {@code opcua-host}. */
public final class HandoverLinkFactory implements MachineLinkFactory {
    private static final int TRIES = 3;

    private final Handovers handovers;
    private final Jobs jobs;

    @Inject
    HandoverLinkFactory(Handovers handovers, Jobs jobs) {
        this.handovers = handovers;
        this.jobs = jobs;
    }

    @Override
    public MachineLink open(Machine machine, MachineProfile profile, LinkListener listener) {
        MachineHandover handover = handovers.serve(machine.id(), terms(profile), told(listener));
        return new HandoverLink(machine.id(), profile, handover, handovers, jobs);
    }

    private static HandoverTerms terms(MachineProfile profile) {
        HandoverSettings settings = profile.handover().orElse(HandoverSettings.DEFAULT);
        boolean full = settings.level() == HandoverSettings.Level.FULL;
        boolean crc = settings.verify() == HandoverSettings.Verify.CRC;
        return new HandoverTerms(
                full ? HandoverTerms.Level.FULL : HandoverTerms.Level.BASIC,
                crc ? HandoverTerms.Verify.CRC : HandoverTerms.Verify.ECHO,
                settings.offerLife(),
                profile.settings().acceptTimeout(),
                TRIES,
                names(profile));
    }

    private static Map<Integer, String> names(MachineProfile profile) {
        Map<Integer, String> names = new HashMap<>();
        for (Parameter parameter : profile.written()) {
            HandoverSettings.parameterNo(parameter.node()).ifPresent(no -> names.put(no, parameter.name()));
        }
        return names;
    }

    private static HandoverListener told(LinkListener listener) {
        return new HandoverListener() {
            @Override
            public void statusChanged(MachineStatus status) {
                listener.statusChanged(status);
            }

            @Override
            public void taken(String job) {
                listener.jobAccepted(job);
            }

            @Override
            public void done(String job) {
                listener.jobDone(job);
            }
        };
    }
}
