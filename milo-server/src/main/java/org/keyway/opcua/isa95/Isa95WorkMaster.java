package org.keyway.opcua.isa95;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;

/** ISA95WorkMasterDataType: a recipe, and the parameters that it takes (OPC 10031-4 6.3). */
public record Isa95WorkMaster(String id, Optional<LocalizedText> description, Optional<List<Isa95Parameter>> parameters)
        implements Isa95Structure {}
