import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://archive.example', trailingSlash: 'always' });
