package org.keyway.job;

/** Something that runs: started in order by the app, stopped in reverse. */
public interface Service {
    /**
     * Starts; when it returns the service answers.
     *
     * @throws Exception when it can't start; the app then stops what had started
     */
    void start() throws Exception;

    /** Stops and gives everything back; never throws for what was already gone. */
    void stop();
}
