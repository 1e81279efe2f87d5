package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.BoundarySource;
import org.campaignbot.directory.DistrictMap;
import org.campaignbot.directory.Topology;
import org.campaignbot.directory.ZipEntry;

/**
 * The map of a later Congress in its own folder: a table of ZIP codes and boundaries of some states or all.
 *
 * @param list the tables that it stands beside
 */
record LaterMap(TableList list, Path folder, TableListReader.Listed listed) {

    /** Reads its ZIP codes; empty if a problem was added instead. Its boundaries are read when the first position is looked up. */
    Optional<DistrictMap> read(TableProblems problems) {
        ZipTable table = new ZipTable();
        TableProblems found = new TableProblems();
        List<ZipEntry> entries =
                table.read(folder, listed.source(TableList.ZIPS).file(), found);
        problems.addAll(found);
        Set<String> states = table.states();
        return found.isEmpty()
                ? Optional.of(new DistrictMap(listed.map().orElse(0), states, entries, () -> boundaries(states)))
                : Optional.empty();
    }

    /** The boundaries of the country, with these states by this map. */
    private BoundarySource.Result boundaries(Set<String> states) {
        TableProblems problems = new TableProblems();
        Optional<Topology> before =
                TopoJson.read(list.folder(TableList.BOUNDARIES), list.file(TableList.BOUNDARIES), problems);
        Optional<Topology> newer =
                TopoJson.read(folder, listed.source(TableList.BOUNDARIES).file(), problems);
        return DirectoryTables.result(before.flatMap(old -> newer.map(each -> old.with(each, states))), problems);
    }
}
