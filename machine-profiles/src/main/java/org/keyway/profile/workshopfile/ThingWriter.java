package org.keyway.profile.workshopfile;

import java.time.Instant;
import java.util.TreeMap;
import org.keyway.profile.Machine;
import org.keyway.profile.Product;
import org.keyway.profile.ProductAlias;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ScanRole;
import org.keyway.profile.ScanRole.Acceptance;
import org.keyway.profile.Station;

/** Writes what {@link DocumentReader} reads by itself: families, products, stations, machines. */
final class ThingWriter {
    private ThingWriter() {}

    /** The beginning of every document. */
    static Entries document(String kind, String id) {
        return new Entries().text("kind", kind).text("id", id);
    }

    static Node.Mapping family(ProductFamily family) {
        Entries entries = document("ProductFamily", family.id())
                .name("name", family.name(), family.id())
                .text("parent", family.parent());
        return LimitFields.write(entries, "limits", family.limits()).mapping();
    }

    static Node.Mapping product(Product product) {
        Entries entries = document("Product", product.id())
                .name("name", product.name(), product.id())
                .text("family", product.family())
                .texts("identifiers", product.identifiers())
                .mappings(
                        "aliases",
                        product.aliases().stream().map(ThingWriter::alias).toList());
        Entries attributes = new Entries();
        new TreeMap<>(product.attributes()).forEach((name, value) -> attributes.node(name, Entries.verbatim(value)));
        if (!product.attributes().isEmpty()) {
            entries.mapping("attributes", attributes);
        }
        Entries variants = new Entries();
        product.variants()
                .forEach((name, conditions) -> variants.mapping(name, ParameterSetWriter.conditions(conditions)));
        if (!product.variants().isEmpty()) {
            entries.mapping("variants", variants);
        }
        return LimitFields.write(entries, "limits", product.limits()).mapping();
    }

    private static Entries alias(ProductAlias alias) {
        return new Entries()
                .text("key", alias.key())
                .text("from", alias.from().map(Instant::toString))
                .text("until", alias.until().map(Instant::toString));
    }

    static Node.Mapping station(Station station) {
        Entries entries = document("Station", station.id())
                .name("name", station.name(), station.id())
                .duration("repeatWindow", station.repeatWindow())
                .flag("rework", station.rework());
        if (station.orders() == Station.Orders.REQUIRED) {
            entries.flag("ordersOnly", true);
        }
        station.sequence()
                .ifPresent(sequence -> entries.mappings(
                                "identifiers",
                                sequence.roles().stream().map(ThingWriter::role).toList())
                        .duration("collect", sequence.collect()));
        return CodeReaderFields.write(entries, station.readers()).mapping();
    }

    private static Entries role(ScanRole role) {
        Entries entries = new Entries()
                .text("role", role.id())
                .name("name", role.name(), role.id())
                .text("attribute", role.attribute().filter(attribute -> !attribute.equals(role.id())));
        Acceptance accept = role.accept();
        Entries accepted = new Entries()
                .texts("keys", accept.keys())
                .texts("schemes", accept.schemes())
                .texts("families", accept.families())
                .texts("products", accept.products());
        return accept.equals(Acceptance.ANY) ? entries : entries.mapping("accept", accepted);
    }

    static Node.Mapping machine(Machine machine) {
        Entries entries = document("Machine", machine.id())
                .name("name", machine.name(), machine.id())
                .text("class", machine.machineClass())
                .text("station", machine.station())
                .text("operation", machine.operation())
                .text("profile", machine.profile());
        return LimitFields.write(EndpointFields.write(entries, machine.endpoint()), "limits", machine.limits())
                .mapping();
    }
}
