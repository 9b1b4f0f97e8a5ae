package org.keyway.opcua.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Workshop;

/** The machines of the address space: made to fit the workshop, each with its features; clients are told what changed. */
public final class MachineTree {
    private final MachineSpace space;
    private final Set<MachineFeature> features;
    private final UaNode machines;
    private final Map<String, Shown> shown = new ConcurrentHashMap<>();

    private record Shown(MachineNode node, List<MachineFeature.Attachment> attachments) {
        boolean fits(Workshop workshop) {
            Machine machine = node.machine();
            return workshop.machine(machine.id()).equals(Optional.of(machine))
                    && workshop.profile(machine.profile()).equals(Optional.of(node.profile()));
        }
    }

    /** Holds no machine yet; {@code machines} is the object below which they will be found. */
    public MachineTree(MachineSpace space, Set<MachineFeature> features, UaNode machines) {
        this.space = space;
        this.features = Set.copyOf(features);
        this.machines = machines;
    }

    /** Makes the machines fit the workshop; what didn't change keeps its nodes. */
    public synchronized void reconcile(Workshop workshop) {
        ModelChange change = new ModelChange(space.server());
        List<NodeId> gone = new ArrayList<>();
        for (Shown old : List.copyOf(shown.values())) {
            if (!old.fits(workshop)) {
                gone.addAll(remove(old));
                change.deleted(old.node().root());
            }
        }
        for (Machine machine : workshop.machines()) {
            if (!shown.containsKey(machine.id())) {
                workshop.profile(machine.profile()).ifPresent(profile -> {
                    Shown made = show(machine, profile);
                    change.added(made.node().root());
                });
            }
        }
        space.items().changed(gone);
        change.tell(space.events());
    }

    /** Makes one machine and tells nobody: for a server that doesn't listen. */
    public synchronized void make(Machine machine, MachineProfile profile) {
        show(machine, profile);
    }

    private Shown show(Machine machine, MachineProfile profile) {
        MachineNode node = new MachineNode(space, machine, profile, machines);
        List<MachineFeature.Attachment> attachments =
                features.stream().map(feature -> feature.attach(node)).toList();
        space.enter(node);
        Shown made = new Shown(node, attachments);
        shown.put(machine.id(), made);
        return made;
    }

    private List<NodeId> remove(Shown old) {
        String id = old.node().machine().id();
        shown.remove(id);
        space.leave(id);
        old.attachments().forEach(MachineFeature.Attachment::detach);
        return space.locks().writing(id, () -> space.register().removeAllOf(id));
    }

    /** Tells what hangs on a machine some news. Waits for nobody: who tells may hold what an attachment waits for. */
    public void tell(String machine, Consumer<MachineFeature.Attachment> news) {
        Shown known = shown.get(machine);
        if (known != null) {
            known.attachments().forEach(news);
        }
    }

    /** Lets go of everything; the nodes go with their space. */
    public synchronized void detach() {
        shown.values().forEach(old -> old.attachments().forEach(MachineFeature.Attachment::detach));
        shown.clear();
    }
}
