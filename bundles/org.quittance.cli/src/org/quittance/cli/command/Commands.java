package org.quittance.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** Every command by its name. Making one takes some milliseconds, so what is not asked for is not made. */
final class Commands {

    private final Environment environment;
    private final Map<String, Function<Environment, Object>> commands = new LinkedHashMap<>();

    Commands(Environment environment) {
        this.environment = environment;
        commands.put("demo", DemoCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("run", RunCommand::new);
        commands.put("approve", ApproveCommand::new);
        commands.put("dispatch", DispatchCommand::new);
        commands.put("posted", PostedCommand::new);
        commands.put("withdraw", WithdrawCommand::new);
        commands.put("resolve", ResolveCommand::new);
        commands.put("stop", StopCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("ageing", AgeingCommand::new);
        commands.put("case", CaseCommand::new);
        commands.put("simulate", SimulateCommand::new);
        commands.put("services", ServicesCommand::new);
        commands.put(
                "journal",
                made -> group("journal", made, new JournalVerifyCommand(made), new JournalExportCommand(made)));
        commands.put("export", ExportCommand::new);
        commands.put("erase", EraseCommand::new);
        commands.put("writeoff", WriteOffCommand::new);
        commands.put("serve", ServeCommand::new);
        commands.put("health", HealthCommand::new);
        commands.put("backup", BackupCommand::new);
        commands.put("restore", RestoreCommand::new);
        commands.put(
                "policy",
                made -> group(
                        "policy",
                        made,
                        new PolicyCheckCommand(made),
                        new PolicyListCommand(made),
                        new PolicyShowCommand(made)));
        commands.put(
                "template",
                made -> group(
                        "template",
                        made,
                        new TemplateListCommand(made),
                        new TemplateShowCommand(made),
                        new TemplatePreviewCommand(made),
                        new TemplateCheckCommand(made)));
        commands.put("interest", InterestCommand::new);
        commands.put("rates", RatesCommand::new);
        commands.put(
                "report",
                made -> group(
                        "report",
                        made,
                        new LimitationReportCommand(made),
                        new PaymentTermReportCommand(made),
                        new InvoicingReportCommand(made)));
        commands.put("terms", TermsCommand::new);
        commands.put("deposit", DepositCommand::new);
        commands.put("delivery", DeliveryCommand::new);
        commands.put("attach", AttachCommand::new);
        commands.put("promise", PromiseCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("settle", SettleCommand::new);
        commands.put("dispute", DisputeCommand::new);
        commands.put("hold", HoldCommand::new);
        commands.put("ruling", RulingCommand::new);
        commands.put("call", CallCommand::new);
        commands.put("note", NoteCommand::new);
        commands.put("dossier", DossierCommand::new);
        commands.put("statement", StatementCommand::new);
        commands.put("claim", ClaimCommand::new);
        commands.put("callsheet", CallSheetCommand::new);
        commands.put("escalate", EscalateCommand::new);
        commands.put("handover", HandOverCommand::new);
        commands.put("recall", RecallCommand::new);
        commands.put("bench", BenchCommand::new);
        commands.put(
                "match",
                made -> group(
                        "match",
                        made,
                        new MatchListCommand(made),
                        new MatchConfirmCommand(made),
                        new MatchUndoCommand(made),
                        new MatchIgnoreCommand(made),
                        new MatchRunCommand(made)));
        commands.put("freshness", FreshnessCommand::new);
        commands.put("install", InstallCommand::new);
        commands.put("uninstall", UninstallCommand::new);
        commands.put("mail", made -> group("mail", made, new MailFetchCommand(made), new MailTestCommand(made)));
    }

    /** The command the arguments begin with; all of them where they begin with something else, such as a wish for help. */
    List<CommandLine> wanted(String... arguments) {
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            return List.of(made(commands.get(arguments[0])));
        }
        return commands.values().stream().map(this::made).toList();
    }

    private CommandLine made(Function<Environment, Object> command) {
        Object made = command.apply(environment);
        return made instanceof CommandLine group ? group : new CommandLine(made);
    }

    private static CommandLine group(String name, Environment environment, Object... members) {
        CommandLine group = new CommandLine(new GroupCommand(environment));
        group.setCommandName(name);
        for (Object member : members) {
            group.addSubcommand(member);
        }
        return group;
    }
}
