package org.campaignbot.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Position;

/** Positions in the United States that look random but are always the same. */
final class Positions {

    private static final int COUNT = 20_000;

    /** The largest distance of a position near a border: about 500 m, in degrees. */
    private static final double NEAR = 0.005;

    private final Directory directory;
    private final LocalDate today;
    private final Random random = new Random(1);

    Positions(Directory directory, LocalDate today) {
        this.directory = directory;
        this.today = today;
    }

    /** Positions spread evenly over the states and territories from Maine to Hawaii. */
    Position[] anywhere() {
        Position[] positions = new Position[COUNT];
        for (int i = 0; i < COUNT; i++) {
            positions[i] = inside();
        }
        return positions;
    }

    /** Positions within about 500 m of the line between two districts, found by bisecting the way from one to the other. */
    Position[] nearBorders() {
        Position[] positions = new Position[COUNT];
        for (int i = 0; i < COUNT; i++) {
            positions[i] = nearBorder();
        }
        return positions;
    }

    private Position nearBorder() {
        Position here = inside();
        Position there = inside();
        List<District> home = districts(here);
        while (Math.abs(here.latitude() - there.latitude()) + Math.abs(here.longitude() - there.longitude()) > NEAR) {
            Position between =
                    new Position((here.latitude() + there.latitude()) / 2, (here.longitude() + there.longitude()) / 2);
            if (districts(between).equals(home)) {
                here = between;
            } else {
                there = between;
            }
        }
        return here;
    }

    private Position inside() {
        for (; ; ) {
            Position position = new Position(18 + 53.5 * random.nextDouble(), -170 + 104 * random.nextDouble());
            if (!districts(position).isEmpty()) {
                return position;
            }
        }
    }

    private List<District> districts(Position position) {
        return directory.at(position.latitude(), position.longitude(), today).districts();
    }
}
