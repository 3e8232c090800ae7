package studio.pingvas.generation.forecast;

import studio.pingvas.contracts.payment.Tier;

/**
 * What a completed job tells about those to come.
 *
 * @param mark its place among those that ended
 * @param device of its worker; empty if it is not known
 * @param predictedSeconds on the reference GPU
 * @param waitSeconds from its acceptance to its last start
 * @param runSeconds from its last start to its result
 * @param totalSeconds from its acceptance to its visible end
 * @param told what its owner was told when it was accepted; null if nothing was
 */
record EndedJob(
        EndedJobs.Mark mark,
        Tier tier,
        String model,
        String device,
        double predictedSeconds,
        double waitSeconds,
        double runSeconds,
        double totalSeconds,
        Eta told) {
    /** How many seconds a predicted second took. */
    double pace() {
        return runSeconds / predictedSeconds;
    }

    boolean endedInTime() {
        return totalSeconds <= told.p90();
    }
}
