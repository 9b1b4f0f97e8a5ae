package org.keyway.opcua.isa95;

import java.util.List;

/** ISA95JobOrderAndStateDataType: an order and where it stands, the top state first (OPC 10031-4 6.3). */
public record Isa95JobOrderAndState(Isa95JobOrder jobOrder, List<Isa95State> state) implements Isa95Structure {}
