package org.quittance.plugins;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Role;
import org.quittance.plugins.PlugInRecord.Entry;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.plugin.PlugIn;
import org.quittance.service.plugin.PlugIns;

/** Checks who asks, and writes what is changed into the journal of every creditor: a plug-in works for all of them. */
@Component
public final class JournalledPlugIns implements PlugIns {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenPlugIns open;
    private final CaseLedger ledger;
    private final CreditorDirectory creditors;

    @Activate
    public JournalledPlugIns(
            @Reference OpenPlugIns open, @Reference CaseLedger ledger, @Reference CreditorDirectory creditors) {
        this.open = open;
        this.ledger = ledger;
        this.creditors = creditors;
    }

    @Override
    public List<PlugIn> installed() throws CaseworkException {
        return open.installed();
    }

    @Override
    public PlugIn install(Path file, Leave leave, Actor actor) throws CaseworkException {
        Failures.require(actor, "install plug-ins", Role.ADMINISTRATOR);
        return open.install(file, leave, actor, (kind, entry) -> journal(kind, entry, actor));
    }

    @Override
    public PlugIn uninstall(String name, Actor actor) throws CaseworkException {
        Failures.require(actor, "uninstall plug-ins", Role.ADMINISTRATOR);
        return open.uninstall(name, (kind, entry) -> journal(kind, entry, actor));
    }

    private void journal(String kind, Entry entry, Actor actor) throws CaseworkException {
        JournalDraft draft = JournalDraft.general(kind, payload(entry));
        SortedSet<String> ids = new TreeSet<>(creditors.broken().keySet());
        creditors.creditors().forEach(creditor -> ids.add(creditor.id().value()));
        try {
            for (String id : ids) {
                ledger.write(CreditorId.of(id), actor, batch -> batch.journal(draft));
            }
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private static String payload(Entry entry) {
        ObjectNode payload = JSON.createObjectNode()
                .put("v", 1)
                .put("name", entry.name())
                .put("version", entry.version().toString())
                .put("sha256", entry.sha256());
        entry.signer().ifPresent(signer -> payload.put("signer", signer));
        entry.allowedBy().ifPresent(by -> payload.put("unsignedAllowedBy", by));
        return payload.toString();
    }
}
