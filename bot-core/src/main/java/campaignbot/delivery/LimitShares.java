package campaignbot.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a limit's places among the processes that could fill them.
 *
 * <p>Nobody gets more than is wanted while others want more; what nobody wants is divided evenly, so that whoever suddenly has
 * something to send can begin at once. Everybody who knows the same wants comes to the same result.
 */
public final class LimitShares {

    private LimitShares() {}

    /**
     * The places of each process, which together are the limit.
     *
     * @param limit how many places there are; at least 1
     * @param wants how many each process could fill; an idle one keeps some for what may come
     */
    public static List<Integer> divide(int limit, List<Integer> wants) {
        int reserve = Math.max(1, limit / 10);
        int[] shares = new int[wants.size()];
        int left = limit;
        // One place each in turn is fair; limits are small and this is done twice a second.
        boolean isWanted = true;
        while (left > 0 && isWanted) {
            isWanted = false;
            for (int i = 0; i < shares.length && left > 0; i++) {
                if (shares[i] < Math.max(reserve, wants.get(i))) {
                    shares[i]++;
                    left--;
                    isWanted = true;
                }
            }
        }
        for (int i = 0; left > 0 && shares.length > 0; i++) {
            shares[i % shares.length]++;
            left--;
        }
        return new ArrayList<>(IntStream.of(shares).boxed().toList());
    }
}
