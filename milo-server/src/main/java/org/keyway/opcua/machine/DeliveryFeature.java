package org.keyway.opcua.machine;

import static org.keyway.opcua.space.Namespaces.TYPES;

import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.job.Problem;
import org.keyway.job.Step;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.NodeMaker;

/** How the delivery of a machine's job stands. */
public final class DeliveryFeature implements MachineFeature {
    @Override
    public Attachment attach(MachineNode machine) {
        return new Shown(machine);
    }

    private static final class Shown implements Attachment {
        private final MachineNode machine;
        private final NodeMaker maker;
        private final UaObjectNode delivery;
        private final UaVariableNode state;
        private final UaVariableNode stepText;
        private final UaVariableNode jobOrder;
        private final UaVariableNode operation;
        private final UaVariableNode product;
        private final UaVariableNode serial;
        private final UaVariableNode lot;
        private final UaVariableNode errorCode;
        private final UaVariableNode errorText;
        private final UaVariableNode mismatch;
        private final MismatchAlarm alarm;
        private final UaVariableNode verified;

        Shown(MachineNode machine) {
            this.machine = machine;
            this.alarm = new MismatchAlarm(machine);
            this.maker = machine.maker(AccessGroup.PARAMETERS);
            this.delivery = maker.object(
                    machine.root(), machine.name(TYPES, "Delivery"), machine.id(TYPES, KeywayTypes.DELIVERY));
            this.state = variable("DeliveryState", NodeIds.Int32, 0);
            this.stepText = variable("StepText", NodeIds.LocalizedText, LocalizedText.NULL_VALUE);
            this.jobOrder = variable("JobOrderId", NodeIds.String, "");
            this.operation = variable("OperationId", NodeIds.String, "");
            this.product = variable("ProductId", NodeIds.String, "");
            this.serial = variable("SerialNumber", NodeIds.String, "");
            this.lot = variable("LotNumber", NodeIds.String, "");
            this.errorCode = variable("LastErrorCode", NodeIds.String, "");
            this.errorText = variable("LastErrorText", NodeIds.LocalizedText, LocalizedText.NULL_VALUE);
            this.mismatch = variable("MismatchActive", NodeIds.Boolean, false);
            this.verified = variable("LastVerified", NodeIds.DateTime, DateTime.NULL_VALUE);
        }

        private UaVariableNode variable(String name, NodeId type, Object value) {
            return maker.variable(delivery, machine.name(TYPES, name), type, value);
        }

        @Override
        public void jobChanged(Job job) {
            Optional<ProductIdentity> identity = job.identity();
            boolean wrong = alarm.follow(job);
            machine.publish(publication -> {
                publication.set(state, number(job.state()));
                publication.set(stepText, LocalizedText.english(job.state().name()));
                publication.set(jobOrder, job.id());
                publication.set(operation, job.operation().orElse(""));
                publication.set(product, identity.map(ProductIdentity::product).orElse(""));
                publication.set(
                        serial, identity.flatMap(ProductIdentity::serial).orElse(""));
                publication.set(lot, identity.flatMap(ProductIdentity::lot).orElse(""));
                publication.set(errorCode, job.problem().map(Problem::code).orElse(""));
                publication.set(
                        errorText,
                        job.problem()
                                .map(problem ->
                                        LocalizedText.english(problem.message().en()))
                                .orElse(LocalizedText.NULL_VALUE));
                publication.set(mismatch, wrong);
                verifiedAt(job).ifPresent(at -> publication.set(verified, at));
            });
        }

        /** The number that stands for a state, for ever. */
        private static int number(JobState state) {
            return switch (state) {
                case RECEIVED -> 1;
                case IDENTIFIED -> 2;
                case MATCHED -> 3;
                case STAGED -> 4;
                case VERIFIED -> 5;
                case RELEASED -> 6;
                case ACCEPTED -> 7;
                case COMPLETED -> 8;
                case REFUSED -> 9;
                case FAILED -> 10;
                case CANCELLED -> 11;
                case EXPIRED -> 12;
            };
        }

        private static Optional<DateTime> verifiedAt(Job job) {
            return job.steps().stream()
                    .filter(step -> step.state() == JobState.VERIFIED)
                    .map(Step::at)
                    .map(DateTime::new)
                    .findFirst();
        }
    }
}
