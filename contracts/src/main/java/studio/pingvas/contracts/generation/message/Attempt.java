package studio.pingvas.contracts.generation.message;

/**
 * One try at a job. Attempts are ordered by dispatch, then by delivery; what an older attempt
 * reports after a newer one has started is ignored.
 *
 * @param dispatch how often the server has sent the job, from 1
 * @param delivery how often the broker has delivered that message, from 1 (JMSXDeliveryCount)
 */
public record Attempt(int dispatch, int delivery) implements Comparable<Attempt> {
    public static final Attempt NONE = new Attempt(0, 0);

    public Attempt {
        if (dispatch < 0 || delivery < 0) {
            throw new IllegalArgumentException("An attempt is counted from 0.");
        }
    }

    @Override
    public int compareTo(Attempt other) {
        int byDispatch = Integer.compare(dispatch, other.dispatch);
        return byDispatch != 0 ? byDispatch : Integer.compare(delivery, other.delivery);
    }
}
