package org.keyway.opcua.link;

import java.util.List;
import java.util.Optional;
import org.keyway.profile.DeliverySettings;
import org.keyway.profile.Interlock;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.StateNode;

/** The nodes of a profile on one machine. */
final class ProfileNodes {
    private final Machine machine;
    private final MachineProfile profile;
    private final List<NodeAddress> interlocks;

    ProfileNodes(Machine machine, MachineProfile profile) {
        this.machine = machine;
        this.profile = profile;
        this.interlocks = profile.interlocks().stream()
                .map(Interlock::node)
                .map(this::address)
                .toList();
    }

    NodeAddress address(String node) {
        return NodeAddress.on(machine, node);
    }

    NodeAddress ready() {
        return address(profile.handshake().ready());
    }

    NodeAddress jobId() {
        return address(profile.handshake().jobId());
    }

    NodeAddress accepted() {
        return address(profile.handshake().accepted());
    }

    Optional<NodeAddress> done() {
        return profile.completion().map(this::address);
    }

    Optional<StateNode> state() {
        return profile.state();
    }

    List<NodeAddress> interlocks() {
        return interlocks;
    }

    DeliverySettings settings() {
        return profile.settings();
    }

    Machine machine() {
        return machine;
    }
}
