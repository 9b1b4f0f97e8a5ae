package org.keyway.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.app.config.ConfigurationException;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.ValueSource;
import org.keyway.profile.ValueType;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.store.WorkshopStore;
import org.keyway.simulator.MachineModel;
import org.keyway.terminal.api.DryRun;
import org.keyway.terminal.api.MatchJson;
import org.keyway.terminal.page.Label;

class DemoWorkshopTest {
    private static final Injector HOUSE = Guice.createInjector(new AbstractModule() {
        @Override
        protected void configure() {
            bind(Clock.class).toInstance(Clock.systemUTC());
            bind(DatabaseConfiguration.class).toInstance(DatabaseConfiguration.inMemory("demo-workshop"));
            install(new IdentifierModule(identifier()));
            install(new ProfilesModule());
        }
    });

    private static IdentifierConfiguration identifier() {
        try {
            return DemoWorkshop.identifier();
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void load() {
        WorkshopImporter.Outcome outcome = HOUSE.getInstance(WorkshopImporter.class)
                .importFiles(DemoWorkshop.files(), Map.of("CELL_PORT", "48400"), true, "test");
        assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Imported.class);
    }

    @AfterAll
    static void close() {
        HOUSE.getInstance(Database.class).close();
    }

    private static Workshop workshop() {
        return HOUSE.getInstance(WorkshopSource.class).current();
    }

    private static List<ParameterSet> sets() {
        return HOUSE.getInstance(WorkshopStore.class).content().sets();
    }

    private static Stream<MachineProfile> profiles() {
        return workshop().machines().stream()
                .map(machine -> workshop().profile(machine.profile()).orElseThrow())
                .distinct();
    }

    @Test
    void itIsAWholeEngineWorkshop() {
        assertThat(workshop().machines()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(workshop().machines().stream().map(Machine::machineClass).distinct())
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(workshop().families()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(workshop().products()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(sets()).hasSizeGreaterThanOrEqualTo(500);
    }

    @Test
    void everyMachineTakesTwelveToThirtyTwoParametersOfManyTypes() {
        assertThat(profiles())
                .allSatisfy(profile -> assertThat(profile.parameters()).hasSizeBetween(12, 32));
        Set<ValueType> types = profiles()
                .map(MachineProfile::parameters)
                .flatMap(Collection::stream)
                .map(Parameter::type)
                .collect(Collectors.toSet());
        assertThat(types)
                .containsAll(EnumSet.of(
                        ValueType.DOUBLE, ValueType.INT32, ValueType.UINT16, ValueType.BOOLEAN, ValueType.STRING));
    }

    @Test
    void itsSetsUseEveryAxisConditionsAndFormulas() {
        assertThat(sets()).anyMatch(set -> set.scope().family().isPresent());
        assertThat(sets()).anyMatch(set -> set.scope().product().isPresent());
        assertThat(sets()).anyMatch(set -> set.scope().lot().isPresent());
        assertThat(sets()).anyMatch(set -> set.scope().serial().isPresent());
        assertThat(sets()).anyMatch(set -> set.scope().machine().isPresent());
        for (String attribute : List.of("variant", "boreClass", "hardness")) {
            assertThat(sets())
                    .anyMatch(set -> set.scope().attributes().stream()
                            .anyMatch(condition -> condition.attribute().equals(attribute)));
        }
        assertThat(sets())
                .anyMatch(set -> set.values().values().stream().anyMatch(ValueSource.Formula.class::isInstance));
    }

    @Test
    void everythingHasANameInBothLanguages() {
        Stream<Name> names = Stream.of(
                        workshop().machines().stream().map(Machine::name),
                        workshop().stations().stream().map(station -> station.name()),
                        workshop().families().stream().map(family -> family.name()),
                        workshop().products().stream().map(product -> product.name()),
                        profiles()
                                .flatMap(
                                        profile -> profile.parameters().stream().map(Parameter::label)))
                .flatMap(all -> all);
        assertThat(names).allSatisfy(name -> {
            assertThat(name.en()).isNotBlank();
            assertThat(name.zh()).containsPattern("\\p{IsHan}|^[A-Z0-9 .-]+$");
        });
    }

    @Test
    void everyKindOfLabelIsThereAndEveryStationHasTwoGoodOnes() {
        List<Label> labels = DemoWorkshop.labels().labels();
        assertThat(labels)
                .extracting(Label::kind)
                .contains("gs1-datamatrix", "gs1-digital-link-qr", "handle-qr", "iso15434-datamatrix", "code128");
        Map<String, Long> good = DemoWorkshop.goodLabels().stream()
                .collect(Collectors.groupingBy(Label::station, Collectors.counting()));
        assertThat(workshop().stations())
                .allSatisfy(station ->
                        assertThat(good.getOrDefault(station.id(), 0L)).isGreaterThanOrEqualTo(2));
    }

    @Test
    void theGoodLabelsShowEverySchemeAndNoneCanBeReadInTwoWays() {
        ScanParser parser = HOUSE.getInstance(ScanParser.class);

        assertThat(DemoWorkshop.goodLabels())
                .extracting(label -> parser.parse(new Scan(label.data(), Optional.of(label.symbology()))))
                .allSatisfy(read -> assertThat(read).isInstanceOf(Identification.Identified.class))
                .extracting(read ->
                        ((Identification.Identified) read).reading().scheme().replaceFirst(":.*", ""))
                .contains(
                        "gs1-element-string",
                        "gs1-digital-link",
                        "iso15434",
                        "mh10",
                        "vin",
                        "handle",
                        "oid",
                        "ecode",
                        "ma",
                        "iec61406",
                        "epc",
                        "uuid",
                        "mil-std-130",
                        "pattern",
                        "plain");
    }

    static Stream<Label> labels() {
        return DemoWorkshop.labels().labels().stream();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void everyLabelDoesAtItsStationWhatItSays(Label label) {
        Machine machine = workshop().machinesAt(label.station()).get(0);
        Scan scan = new Scan(label.data(), Optional.of(label.symbology()));

        MatchJson match = HOUSE.getInstance(DryRun.class).match(scan, machine, Optional.empty());

        assertThat(match.matched()).as("%s", match).isEqualTo(label.expect().equals("good"));
    }

    @Test
    void thereIsASimulatedMachineForEachWithEveryParameter() {
        Map<String, Integer> parameters = DemoWorkshop.machines().stream()
                .collect(Collectors.toMap(
                        MachineModel::id, model -> model.parameters().size()));
        List<String> fetching = DemoWorkshop.plcs().stream()
                .map(plc -> plc.path().replaceFirst("/.*", ""))
                .toList();
        assertThat(fetching).containsExactly("NR-01");
        assertThat(workshop().machines()).allSatisfy(machine -> {
            MachineProfile profile = workshop().profile(machine.profile()).orElseThrow();
            if (!fetching.contains(machine.id())) {
                assertThat(parameters)
                        .containsEntry(machine.id(), profile.parameters().size());
            }
        });
    }
}
