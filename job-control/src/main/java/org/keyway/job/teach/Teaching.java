package org.keyway.job.teach;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.JobCode;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.NodeReading;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.StateNode;
import org.keyway.profile.ValueSource;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.matching.ValueFit;

/** Reads all parameters of a machine in one go, with its state and its release flag, and judges each value. */
public final class Teaching implements MachineTeacher {
    private static final int LONGEST_ID = 64;

    private final MachineReader reader;
    private final WorkshopSource workshop;
    private final ParameterMatcher matcher;
    private final ProblemCatalogue problems;
    private final Clock clock;

    @Inject
    public Teaching(
            MachineReader reader,
            WorkshopSource workshop,
            ParameterMatcher matcher,
            ProblemCatalogue problems,
            Clock clock) {
        this.reader = reader;
        this.workshop = workshop;
        this.matcher = matcher;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public Lesson teach(TeachRequest request) {
        Workshop current = workshop.current();
        Optional<Machine> machine = current.machine(request.machine());
        Optional<MachineProfile> profile = machine.flatMap(known -> current.profile(known.profile()));
        Optional<Product> product = current.product(request.product());
        if (machine.isEmpty() || profile.isEmpty()) {
            return refused(JobCode.TEACH_UNKNOWN_MACHINE, Map.of("machine", request.machine()));
        }
        if (product.isEmpty()) {
            return refused(JobCode.TEACH_UNKNOWN_PRODUCT, Map.of("product", request.product()));
        }
        try {
            return read(new Pupil(machine.get(), profile.get(), product.get()), request);
        } catch (LinkException unreachable) {
            return new Lesson.Refused(problems.problem(unreachable, request.machine()));
        }
    }

    /** Who is taught what. */
    private record Pupil(Machine machine, MachineProfile profile, Product product) {}

    private Lesson refused(JobCode code, Map<String, Object> facts) {
        return new Lesson.Refused(problems.problem(code, facts));
    }

    private Lesson read(Pupil pupil, TeachRequest request) throws LinkException {
        List<String> nodes = new ArrayList<>();
        pupil.profile().parameters().forEach(parameter -> nodes.add(parameter.node()));
        nodes.add(pupil.profile().handshake().ready());
        pupil.profile().state().map(StateNode::node).ifPresent(nodes::add);
        MachineReader.Answer answer = reader.read(pupil.machine().id(), nodes);
        Map<String, Object> facts = Map.of("machine", pupil.machine().id());
        if (answer instanceof MachineReader.Answer.Absent) {
            return refused(
                    JobCode.NO_DELIVERY_METHOD,
                    Map.of(
                            "machine",
                            pupil.machine().id(),
                            "delivery",
                            pupil.profile().delivery()));
        }
        if (!(answer instanceof MachineReader.Answer.Read read)) {
            return refused(JobCode.TEACH_DELIVERING, facts);
        }
        int parameters = pupil.profile().parameters().size();
        List<NodeReading> beside =
                read.readings().subList(parameters, read.readings().size());
        if (!request.confirmed() && !isIdle(pupil.profile(), beside)) {
            return refused(JobCode.TEACH_NOT_IDLE, facts);
        }
        return taught(pupil, request, read.readings().subList(0, parameters));
    }

    /** Idle is what says so: no released job, and a state that means ready. */
    private static boolean isIdle(MachineProfile profile, List<NodeReading> beside) {
        boolean released = beside.get(0).value().filter(Boolean.FALSE::equals).isEmpty();
        return !released
                && profile.state().isPresent()
                && beside.get(1)
                        .value()
                        .map(state -> profile.state().get().states().get(state.toString()))
                        .filter(StateNode.State.READY::equals)
                        .isPresent();
    }

    private Lesson taught(Pupil pupil, TeachRequest request, List<NodeReading> readings) {
        String operation = request.operation().orElse(pupil.machine().operation());
        Map<String, Object> today = today(pupil, operation);
        List<Lesson.TaughtValue> values = new ArrayList<>();
        Map<String, ValueSource> sources = new LinkedHashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            Parameter parameter = pupil.profile().parameters().get(i);
            Lesson.TaughtValue value =
                    judged(parameter, readings.get(i), Optional.ofNullable(today.get(parameter.name())));
            values.add(value);
            value.value()
                    .ifPresent(
                            known -> sources.put(parameter.name(), new ValueSource.Constant(known, Optional.empty())));
        }
        ParameterSet set = new ParameterSet(
                request.set().orElseGet(() -> id(pupil, operation)),
                request.scope().orElseGet(() -> scope(pupil, operation)),
                sources,
                Optional.empty(),
                Optional.empty(),
                Optional.of("read from " + pupil.machine().id() + " at " + clock.instant()));
        return new Lesson.Taught(set, values);
    }

    private static String id(Pupil pupil, String operation) {
        String id = pupil.product().id() + "-" + pupil.machine().id() + "-" + operation;
        return id.substring(0, Math.min(id.length(), LONGEST_ID));
    }

    private static Scope scope(Pupil pupil, String operation) {
        Map<ScopeKey, String> names = new EnumMap<>(ScopeKey.class);
        names.put(ScopeKey.PRODUCT, pupil.product().id());
        names.put(ScopeKey.MACHINE, pupil.machine().id());
        names.put(ScopeKey.OPERATION, operation);
        return Scope.of(names, List.of(), Optional.empty());
    }

    private Map<String, Object> today(Pupil pupil, String operation) {
        Product product = pupil.product();
        ProductIdentity identity = new ProductIdentity(
                product.id(), product.family(), Optional.empty(), Optional.empty(), product.attributes());
        MatchResult match =
                matcher.match(new MatchRequest(identity, pupil.machine().id(), operation, clock.instant()));
        Map<String, Object> values = new LinkedHashMap<>();
        if (match instanceof MatchResult.Matched matched) {
            matched.values().forEach(value -> values.put(value.parameter().name(), value.value()));
        }
        return values;
    }

    private Lesson.TaughtValue judged(Parameter parameter, NodeReading reading, Optional<Object> matched) {
        if (reading.value().isEmpty()) {
            return without(
                    parameter,
                    reading,
                    matched,
                    JobCode.TEACH_UNREADABLE,
                    Map.of("parameter", parameter.name(), "node", reading.node(), "status", reading.status()));
        }
        Object held = reading.value().get();
        Optional<DeviceNumber.InUnit> found = DeviceNumber.inParameterUnit(held, parameter);
        Optional<String> wanted = found.isEmpty()
                ? Optional.of(parameter.type().opcUaName())
                : ValueFit.typeProblem(parameter, found.get().value());
        if (wanted.isPresent()) {
            return without(
                    parameter,
                    reading,
                    matched,
                    JobCode.TEACH_MISFIT,
                    Map.of("parameter", parameter.name(), "value", held, "wanted", wanted.get()));
        }
        Object value = found.orElseThrow().value();
        if (!ValueFit.withinLimits(parameter, value)) {
            return without(
                    parameter,
                    reading,
                    matched,
                    JobCode.TEACH_OUT_OF_LIMITS,
                    Map.of(
                            "parameter", parameter.name(),
                            "value", value,
                            "unit", parameter.unit().orElse(""),
                            "min",
                                    parameter
                                            .min()
                                            .map(BigDecimal::toPlainString)
                                            .orElse("-∞"),
                            "max",
                                    parameter
                                            .max()
                                            .map(BigDecimal::toPlainString)
                                            .orElse("∞")));
        }
        Optional<Problem> rounded = found.get().exact()
                ? Optional.empty()
                : Optional.of(
                        problems.problem(JobCode.TEACH_ROUNDED, Map.of("parameter", parameter.name(), "value", held)));
        return new Lesson.TaughtValue(parameter, reading, Optional.of(value), matched, rounded);
    }

    private Lesson.TaughtValue without(
            Parameter parameter,
            NodeReading reading,
            Optional<Object> matched,
            JobCode code,
            Map<String, Object> facts) {
        return new Lesson.TaughtValue(
                parameter, reading, Optional.empty(), matched, Optional.of(problems.problem(code, facts)));
    }
}
