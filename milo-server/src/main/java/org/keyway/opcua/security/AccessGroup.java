package org.keyway.opcua.security;

/** What kind of node a node is for the sake of rights; who may do what with each is said in one table. */
public enum AccessGroup {
    /** Everybody who may read anything: what machines there are and what they are. */
    PUBLIC,
    /** The job of a machine, its values, its delivery, its link. */
    PARAMETERS,
    /** The part of a hand-over that we publish. */
    HANDOVER_GATEWAY,
    /** The part of a hand-over that the machine's own PLC writes, and nobody else. */
    HANDOVER_PLC,
    /** Job orders of an MES and their responses. */
    JOB_ORDERS,
    /** Scans, and what operators confirm. */
    SCAN,
    /** What only those who look after the server see. */
    ADMINISTRATION
}
