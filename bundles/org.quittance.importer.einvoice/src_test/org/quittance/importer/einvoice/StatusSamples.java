package org.quittance.importer.einvoice;

/** Messages of a fictitious platform about invoices of fictitious firms, made for these tests. */
final class StatusSamples {

    /** In litigation, with a reason and the part that is not approved. */
    static final String LITIGATION = message(status("F-2026-1", "207", "En litige", """
        <ram:SpecifiedDocumentStatus>
          <ram:ReasonCode>QTE_ERR</ram:ReasonCode>
          <ram:Reason>Il manque deux cartons</ram:Reason>
          <ram:ProcessConditionCode>207</ram:ProcessConditionCode>
          <ram:SequenceNumeric>1</ram:SequenceNumeric>
          <ram:SpecifiedDocumentCharacteristic>
            <ram:TypeCode>MNATTC</ram:TypeCode>
            <ram:ValueAmount currencyID="EUR">30.00</ram:ValueAmount>
          </ram:SpecifiedDocumentCharacteristic>
        </ram:SpecifiedDocumentStatus>
        """));

    private StatusSamples() {}

    static String message(String... statuses) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rsm:CrossDomainAcknowledgementAndResponse
                xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100"
                xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"
                xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
              <rsm:ExchangedDocumentContext>
                <ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>REGULATED</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
                <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn.cpro.gouv.fr:1p0:CDV:invoice</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
              </rsm:ExchangedDocumentContext>
              <rsm:ExchangedDocument>
                <ram:ID>CDV-1</ram:ID>
                <ram:Name>Cycle de vie</ram:Name>
                <ram:IssueDateTime><udt:DateTimeString format="204">20260203120000</udt:DateTimeString></ram:IssueDateTime>
                <ram:SenderTradeParty><ram:RoleCode>WK</ram:RoleCode></ram:SenderTradeParty>
                <ram:IssuerTradeParty>
                  <ram:GlobalID schemeID="0002">987654324</ram:GlobalID><ram:Name>Boulangerie Modèle</ram:Name><ram:RoleCode>BY</ram:RoleCode>
                </ram:IssuerTradeParty>
                <ram:RecipientTradeParty><ram:GlobalID schemeID="0002">123456782</ram:GlobalID><ram:RoleCode>SE</ram:RoleCode></ram:RecipientTradeParty>
              </rsm:ExchangedDocument>
              <rsm:AcknowledgementDocument>
                <ram:MultipleReferencesIndicator><udt:Indicator>false</udt:Indicator></ram:MultipleReferencesIndicator>
                <ram:TypeCode>23</ram:TypeCode>
                <ram:IssueDateTime><udt:DateTimeString format="204">20260203113000</udt:DateTimeString></ram:IssueDateTime>
            """ + String.join("", statuses) + """
              </rsm:AcknowledgementDocument>
            </rsm:CrossDomainAcknowledgementAndResponse>
            """;
    }

    static String status(String invoice, String code, String label, String more) {
        return """
            <ram:ReferenceReferencedDocument>
              <ram:IssuerAssignedID>%s</ram:IssuerAssignedID>
              <ram:StatusCode>47</ram:StatusCode>
              <ram:TypeCode>380</ram:TypeCode>
              <ram:FormattedIssueDateTime><qdt:DateTimeString format="102">20260120</qdt:DateTimeString></ram:FormattedIssueDateTime>
              <ram:ProcessConditionCode>%s</ram:ProcessConditionCode>
              <ram:ProcessCondition>%s</ram:ProcessCondition>
              <ram:IssuerTradeParty><ram:GlobalID schemeID="0002">123456782</ram:GlobalID><ram:RoleCode>SE</ram:RoleCode></ram:IssuerTradeParty>
              %s
            </ram:ReferenceReferencedDocument>
            """.formatted(invoice, code, label, more);
    }
}
