import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { admittedCall } from '#access/serverFunctions.ts'
import { withoutStaleCheck } from '#desk/saving/withoutStaleCheck.ts'
import { importMap } from '#generated/importMap.ts'
import config from '#payload.config'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  const slugs = (await config).collections.map(({ slug }) => slug)
  return handleServerFunctions({ ...withoutStaleCheck(admittedCall(args, slugs)), config, importMap })
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
