package org.campaignbot.content.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.campaignbot.directory.District;
import org.jspecify.annotations.Nullable;

/**
 * Which district each block lies in, and how many people live there, in 12 bytes a block: the country has eight million.
 *
 * <p>First all blocks are added, then {@link #sort}ed, and only then found.
 */
final class BlockDistricts {

    /** A block has 15 digits, which are 50 bits; a district's place in the list needs 9. */
    private static final int BITS_OF_A_DISTRICT = 9;

    private static final int MASK = (1 << BITS_OF_A_DISTRICT) - 1;

    /** The Census of 2020 has 8,132,968 blocks; room for twice as many, so that no file fills the memory. */
    private static final int MOST_BLOCKS = 1 << 24;

    private final List<District> districts = new ArrayList<>();
    private final Map<District, Integer> places = new HashMap<>();
    private long[] blocks = new long[1 << 12];
    private int[] people = new int[0];
    private int size;

    /** Adds a block; false if there are more than the country can have. */
    boolean add(long block, District district) {
        int place = places.computeIfAbsent(district, each -> {
            districts.add(each);
            return districts.size() - 1;
        });
        if (place > MASK) {
            throw new IllegalStateException("more districts than the House has seats");
        }
        if (size == blocks.length) {
            dropRepeated();
            // At least half of the room is free afterwards, so the sorting is worth its time.
            if (size > blocks.length / 2) {
                if (blocks.length == MOST_BLOCKS) {
                    return false;
                }
                blocks = Arrays.copyOf(blocks, Math.min(MOST_BLOCKS, 2 * blocks.length));
            }
        }
        blocks[size++] = block << BITS_OF_A_DISTRICT | place;
        return true;
    }

    /** A file that names its blocks again and again needs no more memory than one that names them once. */
    private void dropRepeated() {
        Arrays.sort(blocks, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || blocks[i] != blocks[kept - 1]) {
                blocks[kept++] = blocks[i];
            }
        }
        size = kept;
    }

    /** Makes them ready to be found; gives a block that was added with two districts, if there is one. */
    OptionalLong sort() {
        dropRepeated();
        people = new int[size];
        for (int i = 1; i < size; i++) {
            if (blocks[i - 1] >> BITS_OF_A_DISTRICT == blocks[i] >> BITS_OF_A_DISTRICT) {
                return OptionalLong.of(blocks[i] >> BITS_OF_A_DISTRICT);
            }
        }
        return OptionalLong.empty();
    }

    /** The district of a block; null if it wasn't added. */
    @Nullable
    District district(long block) {
        int at = at(block);
        return at < 0 ? null : districts.get((int) (blocks[at] & MASK));
    }

    void people(long block, int count) {
        int at = at(block);
        if (at >= 0) {
            people[at] = count;
        }
    }

    /** How many people live in a block; none if nobody said. */
    int people(long block) {
        int at = at(block);
        return at < 0 ? 0 : people[at];
    }

    /** The first place of a block; negative if it isn't here. */
    private int at(long block) {
        int found = Arrays.binarySearch(blocks, 0, size, block << BITS_OF_A_DISTRICT);
        int first = found < 0 ? -found - 1 : found;
        return first < size && blocks[first] >> BITS_OF_A_DISTRICT == block ? first : -1;
    }
}
