package org.keyway.opcua.model.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.keyway.opcua.model.Model;

/** The tables that come with the program, in the order of their namespaces, which is that of their indexes from 2 on. */
public enum CompanionTable {
    /** OPC 10000-100 Devices. */
    DI("di", "http://opcfoundation.org/UA/DI/"),
    /** OPC 10000-200 Industrial Automation. */
    IA("ia", "http://opcfoundation.org/UA/IA/"),
    /** OPC 40001-1 Machinery. */
    MACHINERY("machinery", "http://opcfoundation.org/UA/Machinery/"),
    /** OPC 10031-4 ISA-95 Job Control, version 2. */
    JOB_CONTROL("isa95-jobcontrol-v2", "http://opcfoundation.org/UA/ISA95-JOBCONTROL_V2/"),
    /** OPC 40001-3 Machinery Job Management. */
    JOBS("machinery-jobs", "http://opcfoundation.org/UA/Machinery/Jobs/"),
    /** Our own types. */
    KEYWAY("keyway", "urn:keyway:ua:types:v1");

    private final String file;
    private final String uri;

    CompanionTable(String name, String uri) {
        this.file = name + ".tsv";
        this.uri = uri;
    }

    /** The name of the resource. */
    public String file() {
        return file;
    }

    /** The namespace. */
    public String uri() {
        return uri;
    }

    /** The model, read anew. */
    public Model read() {
        try (InputStream in = CompanionTable.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + file);
            }
            return ModelTableReader.read(file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
