package org.keyway.opcua.joborder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.keyway.job.Job;
import org.keyway.job.JobParameter;
import org.keyway.job.Jobs;
import org.keyway.job.order.BookedOrder;
import org.keyway.job.order.OrderRun;
import org.keyway.job.order.OrderState;
import org.keyway.opcua.isa95.Isa95JobResponse;
import org.keyway.opcua.isa95.Isa95Material;
import org.keyway.opcua.isa95.Isa95Parameter;
import org.keyway.opcua.machine.EngineeringUnits;
import org.keyway.profile.MachineProfile;

/** What became of an order, as the standard writes it: the parts made of it, and what the machine held for the last one. */
final class OrderResponses {
    private static final int UNKNOWN = 0;
    private static final int SUCCESSFUL = 1;
    private static final int UNSUCCESSFUL = 2;

    private final MachineProfile profile;
    private final Jobs jobs;
    private final OrderStates states;
    private final EncodingContext context;

    OrderResponses(MachineProfile profile, Jobs jobs, OrderStates states, EncodingContext context) {
        this.profile = profile;
        this.jobs = jobs;
        this.states = states;
        this.context = context;
    }

    Isa95JobResponse of(BookedOrder booked) {
        List<Isa95Material> made = booked.runs().stream()
                .filter(OrderResponses::isMade)
                .map(run -> ProducedPart.material(run.product(), run.lot(), run.serial(), context))
                .toList();
        return new Isa95JobResponse(
                booked.order().id(),
                Optional.empty(),
                booked.order().id(),
                booked.startedAt().map(DateTime::new),
                booked.endedAt().map(DateTime::new),
                states.of(booked.state()),
                Optional.of(outcome(booked)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                made.isEmpty() ? Optional.empty() : Optional.of(made));
    }

    private static boolean isMade(OrderRun run) {
        return run.phase() == OrderRun.Phase.RUNNING || run.phase() == OrderRun.Phase.DONE;
    }

    private List<Isa95Parameter> outcome(BookedOrder booked) {
        List<Isa95Parameter> outcome = new ArrayList<>();
        outcome.add(datum("JobResult", Variant.ofInt32(result(booked)), Optional.empty()));
        outcome.add(datum("RunsCompleted", Variant.ofUInt32(UInteger.valueOf(booked.done())), Optional.empty()));
        booked.trouble()
                .ifPresent(problem -> outcome.add(datum(
                        "ReasonForStateChange",
                        Variant.of(new LocalizedText[] {
                            LocalizedText.english(
                                    problem.code() + ": " + problem.message().en()),
                            new LocalizedText(
                                    "zh",
                                    problem.code() + ": " + problem.message().zh())
                        }),
                        Optional.empty())));
        lastJob(booked).ifPresent(job -> addValues(job, outcome));
        return outcome;
    }

    private Optional<Job> lastJob(BookedOrder booked) {
        List<OrderRun> made =
                booked.runs().stream().filter(OrderResponses::isMade).toList();
        return made.isEmpty()
                ? Optional.empty()
                : jobs.find(made.get(made.size() - 1).job());
    }

    private void addValues(Job job, List<Isa95Parameter> outcome) {
        for (JobParameter parameter : job.parameters()) {
            parameter
                    .readBack()
                    .flatMap(OrderResponses::variant)
                    .ifPresent(value -> outcome.add(datum(parameter.name(), value, nodeUnit(parameter.name()))));
        }
        job.results()
                .forEach(result -> variant(result.value())
                        .ifPresent(value -> outcome.add(datum(result.name(), value, Optional.of(result.unit())))));
    }

    /** What was read back is in the machine's unit. */
    private Optional<String> nodeUnit(String name) {
        return profile.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .flatMap(parameter -> parameter.nodeUnit().or(parameter::unit));
    }

    /** JobResult of OPC 40001-3. */
    private static int result(BookedOrder booked) {
        if (!booked.state().isEnded()) {
            return UNKNOWN;
        }
        boolean all = booked.state() != OrderState.ABORTED
                && booked.done() >= booked.order().runs();
        return all ? SUCCESSFUL : UNSUCCESSFUL;
    }

    private static Optional<Variant> variant(Object value) {
        if (value instanceof Boolean || value instanceof String) {
            return Optional.of(new Variant(value));
        }
        return value instanceof Number number
                ? Optional.of(Variant.ofDouble(new BigDecimal(number.toString()).doubleValue()))
                : Optional.empty();
    }

    private static Isa95Parameter datum(String id, Variant value, Optional<String> unit) {
        return new Isa95Parameter(id, value, Optional.empty(), unit.flatMap(EngineeringUnits::of), Optional.empty());
    }
}
