package org.keyway.opcua.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.multibindings.Multibinder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.link.LinkException;
import org.keyway.job.teach.Lesson;
import org.keyway.job.teach.MachineReader;
import org.keyway.job.teach.TeachRequest;
import org.keyway.job.teach.Teaching;
import org.keyway.profile.Handshake;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.PartCounts;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.Scope;
import org.keyway.profile.Station;
import org.keyway.profile.ValueSource;
import org.keyway.profile.ValueType;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.Precedence;

/** A simulated machine is read into a draft. */
class TeachingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path pki;

    @SuppressWarnings("NullAway.Init") // set before each
    private LinkedMachine linked;

    @BeforeEach
    void link() throws Exception {
        linked = new LinkedMachine(pki);
    }

    @AfterEach
    void unlink() {
        linked.close();
    }

    private static Parameter parameter(
            String name, ValueType type, Optional<String> unit, Optional<BigDecimal> max, String node) {
        return new Parameter(
                name,
                type,
                unit,
                Optional.empty(),
                max,
                false,
                Optional.empty(),
                Optional.empty(),
                LinkedMachine.node(node),
                unit.map(own -> "mm/s"),
                new Name(name, name));
    }

    private static MachineProfile profile() {
        MachineProfile bare = LinkedMachine.profile();
        return new MachineProfile(
                bare.id(),
                bare.delivery(),
                bare.settings(),
                List.of(
                        parameter("feed", ValueType.FLOAT, Optional.of("mm/min"), Optional.empty(), "Stage/ValueFloat"),
                        parameter(
                                "passes",
                                ValueType.UINT16,
                                Optional.empty(),
                                Optional.of(BigDecimal.TEN),
                                "Stage/ValueUInt16"),
                        parameter("program", ValueType.STRING, Optional.empty(), Optional.empty(), "Stage/ValueString"),
                        parameter(
                                "coolant", ValueType.BOOLEAN, Optional.empty(), Optional.empty(), "Stage/ValueDouble"),
                        parameter("missing", ValueType.DOUBLE, Optional.empty(), Optional.empty(), "Stage/Nothing")),
                new Handshake(
                        bare.handshake().jobId(),
                        bare.handshake().ready(),
                        bare.handshake().accepted()),
                List.of(),
                List.of(),
                Optional.empty(),
                bare.state());
    }

    private Lesson teach(TeachRequest request, MachineReader reader) {
        CurrentWorkshop workshop = new CurrentWorkshop(Precedence.DEFAULT, PartCounts.NONE);
        ParameterSet today = new ParameterSet(
                "TODAY",
                Scope.ANY,
                Map.of("program", new ValueSource.Constant("O1", Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Name name = new Name("x", "x");
        workshop.replace(
                new WorkshopContent(
                        List.of(new ProductFamily("F", name, Optional.empty())),
                        List.of(new Product("P", "F", name, List.of(), Map.of())),
                        List.of(profile()),
                        List.of(new Station("ST-1", name, Station.DEFAULT_REPEAT_WINDOW, false)),
                        List.of(LinkedMachine.machineAt(linked.cell.url())),
                        List.of()),
                new ReleasedSets() {
                    @Override
                    public int count() {
                        return 1;
                    }

                    @Override
                    public void each(Consumer<ReleasedSet> consumer) {
                        consumer.accept(new ReleasedSet(today, 1));
                    }
                });
        ProblemCatalogue problems = Guice.createInjector(new AbstractModule() {
                    @Override
                    protected void configure() {
                        Multibinder.newSetBinder(binder(), MessageCatalogue.class);
                    }
                })
                .getInstance(ProblemCatalogue.class);
        return new Teaching(reader, workshop, workshop, problems, Clock.systemUTC()).teach(request);
    }

    private MachineReader.Answer read(String machine, List<String> nodes) throws LinkException {
        return new MachineReader.Answer.Read(linked.link.readNow(nodes));
    }

    private static TeachRequest request(boolean confirmed) {
        return new TeachRequest("M1", "P", Optional.empty(), Optional.empty(), Optional.empty(), confirmed);
    }

    private List<Object> held() {
        return List.of(
                linked.held("Stage/ValueFloat"),
                linked.held("Stage/ValueUInt16"),
                linked.held("Stage/ValueString"),
                linked.held("Stage/ValueDouble"),
                linked.held("Stage/JobId"),
                linked.held("Stage/JobReady"));
    }

    private static String code(Lesson lesson) {
        assertThat(lesson).isInstanceOf(Lesson.Refused.class);
        return ((Lesson.Refused) lesson).problem().code();
    }

    @Test
    void whatTheMachineHoldsBecomesASetInTheUnitsOfParameterSets() throws Exception {
        linked.machine.memory().set("Stage/ValueFloat", 2.1f);
        linked.machine.memory().set("Stage/ValueUInt16", ushort(11));
        linked.machine.memory().set("Stage/ValueString", "O7");
        linked.machine.memory().set("Stage/ValueDouble", 0.5);
        List<Object> before = held();

        Lesson.Taught taught = (Lesson.Taught) teach(request(false), this::read);

        assertThat(taught.set().values())
                .containsOnly(
                        Map.entry("feed", new ValueSource.Constant(new BigDecimal("126"), Optional.empty())),
                        Map.entry("program", new ValueSource.Constant("O7", Optional.empty())));
        assertThat(taught.set().id()).isEqualTo("P-M1-OP10");
        assertThat(taught.set().scope().product()).contains("P");
        assertThat(taught.set().scope().machine()).contains("M1");
        assertThat(taught.set().scope().operation()).contains("OP10");
        assertThat(taught.values())
                .extracting(
                        value -> value.problem().map(problem -> problem.code()).orElse(""))
                .containsExactly("", "KW-TEACH-007", "", "KW-TEACH-006", "KW-TEACH-005");
        assertThat(taught.values().get(2).matched()).contains("O1");
        assertThat(taught.values().get(2).differs()).isTrue();
        assertThat(taught.values().get(4).reading().node()).contains("Stage/Nothing");
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void aMachineThatIsReleasedOrRunsIsOnlyReadWhenTheEngineerConfirms() {
        linked.machine.memory().set("Stage/JobReady", true);

        assertThat(code(teach(request(false), this::read))).isEqualTo("KW-TEACH-003");
        assertThat(teach(request(true), this::read)).isInstanceOf(Lesson.Taught.class);
    }

    @Test
    void whatCantBeReliedOnIsRefused() {
        assertThat(code(teach(request(true), (machine, nodes) -> new MachineReader.Answer.Delivering())))
                .isEqualTo("KW-TEACH-004");
        assertThat(code(teach(request(true), (machine, nodes) -> new MachineReader.Answer.Absent())))
                .isEqualTo("KW-JOB-009");
        assertThat(code(teach(
                        new TeachRequest("M9", "P", Optional.empty(), Optional.empty(), Optional.empty(), true),
                        this::read)))
                .isEqualTo("KW-TEACH-001");
        assertThat(code(teach(
                        new TeachRequest("M1", "Q", Optional.empty(), Optional.empty(), Optional.empty(), true),
                        this::read)))
                .isEqualTo("KW-TEACH-002");
    }
}
