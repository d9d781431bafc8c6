package org.quittance.importer.einvoice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Small documents of fictitious firms, made for these tests. */
final class Samples {

    static final String CII = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
            xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
            xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
          <rsm:ExchangedDocumentContext>
            <ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>S1</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
          </rsm:ExchangedDocumentContext>
          <rsm:ExchangedDocument>
            <ram:ID>F-2026-1</ram:ID>
            <ram:TypeCode>380</ram:TypeCode>
            <ram:IssueDateTime><udt:DateTimeString format="102">20260120</udt:DateTimeString></ram:IssueDateTime>
            <ram:IncludedNote><ram:Content>Indemnité forfaitaire de 40 €</ram:Content><ram:SubjectCode>PMT</ram:SubjectCode></ram:IncludedNote>
            <ram:IncludedNote><ram:Content>Pénalités : 12 % l’an</ram:Content><ram:SubjectCode>PMD</ram:SubjectCode></ram:IncludedNote>
            <ram:IncludedNote><ram:Content>Pas d’escompte</ram:Content><ram:SubjectCode>AAB</ram:SubjectCode></ram:IncludedNote>
          </rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            <ram:IncludedSupplyChainTradeLineItem><ram:Anything>of a line</ram:Anything></ram:IncludedSupplyChainTradeLineItem>
            <ram:ApplicableHeaderTradeAgreement>
              <ram:SellerTradeParty>
                <ram:Name>Exemple SARL</ram:Name>
                <ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">123456782</ram:ID></ram:SpecifiedLegalOrganization>
                <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR26123456782</ram:ID></ram:SpecifiedTaxRegistration>
              </ram:SellerTradeParty>
              <ram:BuyerTradeParty>
                <ram:Name>Boulangerie Modèle</ram:Name>
                <ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">987654324</ram:ID></ram:SpecifiedLegalOrganization>
                <ram:PostalTradeAddress><ram:PostcodeCode>75001</ram:PostcodeCode><ram:LineOne>1 rue du Four</ram:LineOne>
                  <ram:CityName>Paris</ram:CityName><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>
                <ram:URIUniversalCommunication><ram:URIID schemeID="EM">compta@modele.example</ram:URIID></ram:URIUniversalCommunication>
              </ram:BuyerTradeParty>
            </ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeDelivery/>
            <ram:ApplicableHeaderTradeSettlement>
              <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              <!--payee-->
              <ram:SpecifiedTradePaymentTerms>
                <ram:DueDateDateTime><udt:DateTimeString format="102">20260219</udt:DateTimeString></ram:DueDateDateTime>
              </ram:SpecifiedTradePaymentTerms>
              <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                <ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount>
                <ram:TaxTotalAmount currencyID="EUR">20.00</ram:TaxTotalAmount>
                <ram:GrandTotalAmount>120.00</ram:GrandTotalAmount>
                <ram:DuePayableAmount>120.00</ram:DuePayableAmount>
              </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            </ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>
        """;

    static final String UBL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
            xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
            xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:ID>F-2026-2</cbc:ID>
          <cbc:IssueDate>2026-01-20</cbc:IssueDate>
          <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
          <cbc:Note>#PMT#Indemnité forfaitaire de 40 €</cbc:Note>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:AccountingSupplierParty><cac:Party>
            <cac:PartyLegalEntity><cbc:RegistrationName>Exemple SARL</cbc:RegistrationName>
              <cbc:CompanyID schemeID="0002">123456782</cbc:CompanyID></cac:PartyLegalEntity>
          </cac:Party></cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty><cac:Party>
            <cbc:EndpointID schemeID="0225">987654324</cbc:EndpointID>
            <cac:PartyName><cbc:Name>Boulangerie Modèle</cbc:Name></cac:PartyName>
            <cac:Contact><cbc:Name>Anne Modèle</cbc:Name></cac:Contact>
          </cac:Party></cac:AccountingCustomerParty>
          <cac:PaymentTerms><cbc:Note>30 jours fin de mois</cbc:Note></cac:PaymentTerms>
          <cac:LegalMonetaryTotal>
            <cbc:TaxInclusiveAmount currencyID="EUR">120.00</cbc:TaxInclusiveAmount>
            <cbc:PrepaidAmount currencyID="EUR">20.00</cbc:PrepaidAmount>
            <cbc:PayableRoundingAmount currencyID="EUR">0.01</cbc:PayableRoundingAmount>
            <cbc:PayableAmount currencyID="EUR">100.01</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
        </Invoice>
        """;

    static final String ZUGFERD_1 = """
        <rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0"
            xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12"
            xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15">
          <rsm:HeaderExchangedDocument>
            <ram:ID>R-1</ram:ID><ram:Name>RECHNUNG</ram:Name><ram:TypeCode>380</ram:TypeCode>
            <ram:IssueDateTime><udt:DateTimeString format="102">20260120</udt:DateTimeString></ram:IssueDateTime>
          </rsm:HeaderExchangedDocument>
          <rsm:SpecifiedSupplyChainTradeTransaction>
            <ram:ApplicableSupplyChainTradeAgreement>
              <ram:SellerTradeParty><ram:Name>Muster GmbH</ram:Name></ram:SellerTradeParty>
              <ram:BuyerTradeParty><ram:Name>Beispiel AG</ram:Name></ram:BuyerTradeParty>
            </ram:ApplicableSupplyChainTradeAgreement>
            <ram:ApplicableSupplyChainTradeSettlement>
              <ram:PaymentReference>R-1</ram:PaymentReference>
              <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              <ram:SpecifiedTradePaymentTerms><ram:Description>Zahlbar innerhalb von 14 Tagen</ram:Description></ram:SpecifiedTradePaymentTerms>
              <ram:SpecifiedTradeSettlementMonetarySummation>
                <ram:GrandTotalAmount currencyID="EUR">119.00</ram:GrandTotalAmount>
                <ram:DuePayableAmount currencyID="EUR">119.00</ram:DuePayableAmount>
              </ram:SpecifiedTradeSettlementMonetarySummation>
            </ram:ApplicableSupplyChainTradeSettlement>
          </rsm:SpecifiedSupplyChainTradeTransaction>
        </rsm:CrossIndustryDocument>
        """;

    private Samples() {}

    /** A PDF of one page with these files attached, by name, each with a relationship. */
    static byte[] pdf(Map<String, byte[]> attachments, String relationship) throws IOException {
        try (PDDocument document = pdfDocument(attachments, relationship);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }

    static byte[] pdf(String name, String xml) throws IOException {
        return pdf(Map.of(name, xml.getBytes(StandardCharsets.UTF_8)), "Data");
    }

    static PDDocument pdfDocument(Map<String, byte[]> attachments, String relationship) throws IOException {
        PDDocument document = new PDDocument();
        document.addPage(new PDPage());
        Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> attachment : attachments.entrySet()) {
            PDEmbeddedFile file =
                    new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.getValue()), COSName.FLATE_DECODE);
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(attachment.getKey());
            specification.setFileUnicode(attachment.getKey());
            specification.setEmbeddedFile(file);
            specification.getCOSObject().setName("AFRelationship", relationship);
            files.put(attachment.getKey(), specification);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        return document;
    }
}
