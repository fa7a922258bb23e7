import { KeptWords as KeptWords_0c9bd4d7df7ac22cbbd38445200b89d4 } from '../../src/desk/kept/KeptWords.tsx'
import { SourceWords as SourceWords_61e63f8f9537e25c6a72a414a4f2c5c1 } from '../../src/desk/fields/SourceWords.tsx'
import { SimilarNames as SimilarNames_002bfe1044562c26a1a2a60c808b0f13 } from '../../src/desk/fields/SimilarNames.tsx'
import { SharedLabel as SharedLabel_cb5a5cb3987556c288a371921d96314b } from '../../src/desk/fields/SharedLabel.tsx'
import { DateReading as DateReading_8f1e048a20d2eb6459f115245802ee41 } from '../../src/desk/fields/DateReading.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { Custody as Custody_4553f2559c15cc1fadab2392d80b4733 } from '../../src/desk/fields/Custody.tsx'
import { NotInForm as NotInForm_df9e47246ff223d9771fb2a3c72edd1a } from '../../src/desk/fields/NotInForm.tsx'
import { LocaleStrip as LocaleStrip_f633fe5074d4db381d8dbc6ba2e3d556 } from '../../src/desk/cells/LocaleStrip.tsx'
import { Standing as Standing_38a4251d5f3356c0c97b9a9bf320a331 } from '../../src/desk/cells/Standing.tsx'
import { BulkPublish as BulkPublish_a4d0490d65978f87ddc82ff54838bf34 } from '../../src/desk/lists/BulkPublish.tsx'
import { PreviewControls as PreviewControls_862ac0b9c8d8b12f5765eb76519e63b0 } from '../../src/desk/preview/PreviewControls.tsx'
import { SaveControls as SaveControls_4f1ae9997811aed6378282741908be5c } from '../../src/desk/saving/SaveControls.tsx'
import { Faces as Faces_d95959584c79563955e07ede9acf33ce } from '../../src/desk/fields/faces/Faces.tsx'
import { FacesDifference as FacesDifference_1caf1951e5e6ffbd7554368fad09b689 } from '../../src/desk/fields/faces/FacesDifference.tsx'
import { Original as Original_75d211ca4e648f86249b79abdc6d29ca } from '../../src/desk/fields/original/Original.tsx'
import { PresentPassword as PresentPassword_80b0601f17db5e0d6efd8de6b2ddbc2a } from '../../src/desk/fields/password/PresentPassword.tsx'
import { PasswordLink as PasswordLink_e26ebded8ee9100315cc0c69f0e07c3c } from '../../src/desk/fields/password/PasswordLink.tsx'
import { WebhookControls as WebhookControls_4a0bc6f100ce4b58321463b3d5248cfe } from '../../src/desk/webhooks/WebhookControls.tsx'
import { Home as Home_5dc12e5fc6eb081b91dd4836699ff070 } from '../../src/desk/home/Home.tsx'
import { KeptWordsGuard as KeptWordsGuard_b7db076146de76ebca9140a64648faa6 } from '../../src/desk/kept/KeptWordsGuard.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/desk/kept/KeptWords.tsx#KeptWords": KeptWords_0c9bd4d7df7ac22cbbd38445200b89d4,
  "/src/desk/fields/SourceWords.tsx#SourceWords": SourceWords_61e63f8f9537e25c6a72a414a4f2c5c1,
  "/src/desk/fields/SimilarNames.tsx#SimilarNames": SimilarNames_002bfe1044562c26a1a2a60c808b0f13,
  "/src/desk/fields/SharedLabel.tsx#SharedLabel": SharedLabel_cb5a5cb3987556c288a371921d96314b,
  "/src/desk/fields/DateReading.tsx#DateReading": DateReading_8f1e048a20d2eb6459f115245802ee41,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/desk/fields/Custody.tsx#Custody": Custody_4553f2559c15cc1fadab2392d80b4733,
  "/src/desk/fields/NotInForm.tsx#NotInForm": NotInForm_df9e47246ff223d9771fb2a3c72edd1a,
  "/src/desk/cells/LocaleStrip.tsx#LocaleStrip": LocaleStrip_f633fe5074d4db381d8dbc6ba2e3d556,
  "/src/desk/cells/Standing.tsx#Standing": Standing_38a4251d5f3356c0c97b9a9bf320a331,
  "/src/desk/lists/BulkPublish.tsx#BulkPublish": BulkPublish_a4d0490d65978f87ddc82ff54838bf34,
  "/src/desk/preview/PreviewControls.tsx#PreviewControls": PreviewControls_862ac0b9c8d8b12f5765eb76519e63b0,
  "/src/desk/saving/SaveControls.tsx#SaveControls": SaveControls_4f1ae9997811aed6378282741908be5c,
  "/src/desk/fields/faces/Faces.tsx#Faces": Faces_d95959584c79563955e07ede9acf33ce,
  "/src/desk/fields/faces/FacesDifference.tsx#FacesDifference": FacesDifference_1caf1951e5e6ffbd7554368fad09b689,
  "/src/desk/fields/original/Original.tsx#Original": Original_75d211ca4e648f86249b79abdc6d29ca,
  "/src/desk/fields/password/PresentPassword.tsx#PresentPassword": PresentPassword_80b0601f17db5e0d6efd8de6b2ddbc2a,
  "/src/desk/fields/password/PasswordLink.tsx#PasswordLink": PasswordLink_e26ebded8ee9100315cc0c69f0e07c3c,
  "/src/desk/webhooks/WebhookControls.tsx#WebhookControls": WebhookControls_4a0bc6f100ce4b58321463b3d5248cfe,
  "/src/desk/home/Home.tsx#Home": Home_5dc12e5fc6eb081b91dd4836699ff070,
  "/src/desk/kept/KeptWordsGuard.tsx#KeptWordsGuard": KeptWordsGuard_b7db076146de76ebca9140a64648faa6,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
