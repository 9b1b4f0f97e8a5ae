package org.keyway.terminal.fake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.DeliverySettings;
import org.keyway.profile.Endpoint;
import org.keyway.profile.Handshake;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Station;
import org.keyway.profile.ValueType;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;

/** Two stations with a machine each, one product. */
public final class FakeWorkshop implements Workshop, WorkshopSource {
    private final List<Product> products = List.of(new Product(
            "CB-150",
            "CYLINDER-BLOCK",
            new Name("Cylinder block 150 cc", "150cc 气缸体"),
            List.of("gtin:06901234000016"),
            Map.of("boreClass", "B")));
    private final List<Station> stations = List.of(
            new Station("ST-10", new Name("Crankcase machining", "箱体加工"), Station.DEFAULT_REPEAT_WINDOW, false),
            new Station("ST-30", new Name("Crankshaft grinding", "曲轴磨削"), Station.DEFAULT_REPEAT_WINDOW, false));
    private final List<Machine> machines = List.of(
            machine("HMC-01", new Name("Horizontal machining centre 1", "卧式加工中心 1"), "ST-10", "OP20"),
            machine("CG-01", new Name("Crankshaft grinder 1", "曲轴磨床 1"), "ST-30", "OP40"));
    private final MachineProfile profile = new MachineProfile(
            "hmc-opcua",
            "opcua-write",
            DeliverySettings.DEFAULT,
            parameters(),
            new Handshake("nsu=urn:cnc;s=JobId", "nsu=urn:cnc;s=Ready", "nsu=urn:cnc;s=Accepted"),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    private static Machine machine(String id, Name name, String station, String operation) {
        Endpoint endpoint = new Endpoint(
                "opc.tcp://127.0.0.1:48400", "None", Optional.of("keyway"), Optional.of("env:SECRET_PLACE"));
        return new Machine(id, name, "HMC", station, operation, "hmc-opcua", endpoint);
    }

    private static List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(parameter("spindleSpeed", "r/min", new Name("Spindle speed", "主轴转速")));
        parameters.add(parameter("feedRate", "mm/min", new Name("Feed rate", "进给速度")));
        parameters.add(parameter("boreDiameter", "mm", new Name("Bore diameter", "缸孔直径")));
        parameters.add(parameter("coolantPressure", "bar", new Name("Coolant pressure", "冷却液压力")));
        return parameters;
    }

    private static Parameter parameter(String name, String unit, Name label) {
        return new Parameter(
                name,
                ValueType.DOUBLE,
                Optional.of(unit),
                Optional.empty(),
                Optional.of(new BigDecimal("12000")),
                true,
                Optional.empty(),
                Optional.empty(),
                "nsu=urn:cnc;s=Stage/" + name,
                Optional.empty(),
                label);
    }

    @Override
    public Workshop current() {
        return this;
    }

    @Override
    public void onChange(Runnable listener) {
        // This workshop never changes.
    }

    @Override
    public Optional<Product> product(String id) {
        return products.stream().filter(product -> product.id().equals(id)).findFirst();
    }

    @Override
    public Optional<ProductFamily> family(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Machine> machine(String id) {
        return machines.stream().filter(machine -> machine.id().equals(id)).findFirst();
    }

    @Override
    public Optional<MachineProfile> profile(String id) {
        return Optional.of(profile).filter(known -> known.id().equals(id));
    }

    @Override
    public Optional<Station> station(String id) {
        return stations.stream().filter(station -> station.id().equals(id)).findFirst();
    }

    @Override
    public Collection<Product> products() {
        return products;
    }

    @Override
    public Collection<ProductFamily> families() {
        return List.of();
    }

    @Override
    public Collection<Machine> machines() {
        return machines;
    }

    @Override
    public Collection<Station> stations() {
        return stations;
    }

    @Override
    public List<Machine> machinesAt(String station) {
        return machines.stream()
                .filter(machine -> machine.station().equals(station))
                .toList();
    }
}
