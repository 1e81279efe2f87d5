package org.campaignbot.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a rate limit among the processes that could use it.
 *
 * <p>No process gets more than it wants while others want more. What is left over is divided evenly, so that a process that
 * suddenly has something to send can start at once. The result depends only on the wants, so all processes compute the same.
 */
public final class LimitShares {

    private LimitShares() {}

    /**
     * Each process's share; together they are the limit.
     *
     * @param limit how many places there are; at least 1
     * @param wants how many each process could fill; an idle one keeps some for what may come
     */
    public static List<Integer> divide(int limit, List<Integer> wants) {
        int reserve = Math.max(1, limit / 10);
        int[] shares = new int[wants.size()];
        int left = limit;
        // One place each in turn is fair; limits are small and this runs twice a second.
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
